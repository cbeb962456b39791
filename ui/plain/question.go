package plain

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"referee/model"
	"referee/ui/form"
)

// emptyAnswer stands for an empty text, as an empty answer keeps what is there.
const emptyAnswer = `""`

// askSetting asks for one setting until the answer is possible.
func (c *Console) askSetting(ctx context.Context, number int, s model.Setting, draft *model.Draft) error {
	return c.ask(ctx, fmt.Sprintf("%d of %d. ", number, len(model.AllSettings)), s, draft)
}

// AskSetting asks for one setting until the answer is possible, and says why it is
// asked. An empty answer leaves it as it is in the draft. Its errors are those of
// [Console.Ask].
func (c *Console) AskSetting(ctx context.Context, why string, s model.Setting, draft *model.Draft) error {
	return c.ask(ctx, why+" ", s, draft)
}

// Choose asks until the answer is one of the choices. Its errors are those of
// [Console.Ask].
func (c *Console) Choose(ctx context.Context, why string, choices []string) (string, error) {
	c.out.Put("")
	c.out.Put("%s", why)
	for {
		answer, err := c.Ask(ctx, strings.Join(choices, " or ")+":")
		if err != nil {
			return "", err
		}
		for _, choice := range choices {
			if strings.EqualFold(answer, choice) {
				return choice, nil
			}
		}
		c.out.Put("Please answer %s.", strings.Join(choices, " or "))
	}
}

func (c *Console) ask(ctx context.Context, lead string, s model.Setting, draft *model.Draft) error {
	c.out.Put("")
	c.out.Put("%s%s", lead, form.Page(s))
	c.out.Put("%s", form.Help(s))
	c.out.Put("%s Now: %s.", offer(s), s.Words(draft.Text(s)))
	for {
		answer, err := c.Ask(ctx, "Your choice:")
		if err != nil || answer == "" {
			return err
		}
		problem, refused := try(draft, s, answer)
		if !refused {
			c.out.Put("%s: %s.", s.Name(), s.Words(draft.Text(s)))
			return nil
		}
		c.out.Put("Not possible: %s. Instead: %s.", problem.What, problem.Hint)
	}
}

// offer says what can be answered.
func offer(s model.Setting) string {
	if len(s.Choices()) == 0 {
		return "Type a text, or " + emptyAnswer + " for none."
	}
	return "Choices: " + choices(s) + "."
}

func choices(s model.Setting) string {
	var words []string
	for _, choice := range s.Choices() {
		words = append(words, s.Words(choice))
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// try writes an answer into the draft if it is possible, and says what is wrong
// with it if not.
func try(draft *model.Draft, s model.Setting, answer string) (problem model.Problem, refused bool) {
	next := *draft
	if err := next.Set(s, textForm(s, answer)); errors.As(err, &problem) {
		problem.What, problem.Hint = fmt.Sprintf("there is no choice %q", answer), "answer "+choices(s)
		return problem, true
	}
	if _, problems := next.Parse(); len(problems.On(s)) > 0 {
		return problems.On(s)[0], true
	}
	*draft = next
	return model.Problem{}, false
}

// textForm is an answer in the form that [model.Draft.Set] reads. People may
// answer in the words of the question or in the words of files.
func textForm(s model.Setting, answer string) string {
	if len(s.Choices()) == 0 {
		if answer == emptyAnswer {
			return ""
		}
		return answer
	}
	for _, choice := range s.Choices() {
		if strings.EqualFold(answer, choice) || strings.EqualFold(answer, s.Words(choice)) {
			return choice
		}
	}
	return answer
}
