// Package save is the sheet that opens before anything is written: the settings
// and the rows of the catalog that change, every program record that is updated with them, the sales and
// partners that are paid differently, and room for a note. It shows; whoever
// opened it does the saving.
package save
