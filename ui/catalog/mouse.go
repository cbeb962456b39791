package catalog

// Click selects or changes what is drawn in a cell of the body, and reports
// whether there was something.
func (s *Screen) Click(x, y int) bool {
	if y == 0 && s.clickTab(x) {
		return true
	}
	for _, at := range s.drawn.spots {
		if at.y == y && x >= at.from && x < at.to {
			s.clickSpot(at)
			return true
		}
	}
	if at := y - listTop; x >= s.drawn.listFrom && x < s.drawn.listTo && at >= 0 && at < len(s.drawn.list) {
		s.Close()
		s.searching = false
		s.selectRow(s.drawn.list[at])
		return true
	}
	return false
}

// listTop is the row of the body that the list begins in.
const listTop = 2

func (s *Screen) clickTab(x int) bool {
	for i, tab := range s.drawn.tabs {
		if x >= tab.from && x < tab.to {
			s.ShowTab(i)
			return true
		}
	}
	return false
}

func (s *Screen) clickSpot(drawn drawnSpot) {
	s.open, s.searching = true, false
	s.focus(drawn.line, drawn.spot)
	at, _ := s.focused()
	switch at.shape {
	case choice:
		s.put(at, at.options[drawn.option].value, false)
	case tick:
		s.tickKey(at, "space")
	case button:
		s.push(at)
	}
}

// Wheel scrolls what is under the mouse.
func (s *Screen) Wheel(x, y, by int) {
	if at := y - listTop; x >= s.drawn.listFrom && x < s.drawn.listTo && at >= 0 && at < len(s.drawn.list) {
		s.Close()
		s.move(by)
		return
	}
	if s.open {
		s.moveLine(by)
	}
}
