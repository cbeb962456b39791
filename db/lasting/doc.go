// Package lasting puts files in their place so that they are there as they were or as
// they are now, never half, also after a power cut. It knows nothing of what is in
// them.
package lasting
