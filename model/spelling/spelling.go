package spelling

// Suggestions stop where they would cost more than they help.
const (
	maxWord  = 64  // bytes of a word worth correcting
	maxKnown = 200 // words to choose from
)

// Nearest is the known word closest to the one typed, if about two thirds of it
// are right. Of several equally close ones it is the first.
func Nearest(word string, known []string) (nearest string, ok bool) {
	if len(word) > maxWord || len(known) > maxKnown {
		return "", false
	}
	least := len(word)/3 + 1
	for _, k := range known {
		if d := distance(word, k); d < least {
			nearest, least = k, d
		}
	}
	return nearest, nearest != ""
}

// distance counts the bytes to insert, delete, replace, or swap with their
// neighbour, to get from a to b.
func distance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			replaced := rows[i-1][j-1]
			if a[i-1] != b[j-1] {
				replaced++
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, replaced)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
