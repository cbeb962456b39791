// Package save is the sheet that opens before anything is written: the settings
// and the rows of the catalog that change, every program record that is updated with them, the sales and
// partners that are paid differently, in the pinned examples and in a large log if one
// was opened, and room for a note. It shows; whoever opened it does the saving, and
// tells it what the log comes to when that is known.
package save
