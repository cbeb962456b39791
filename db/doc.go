// Package db keeps the settings and the catalog on disk, in one bbolt file.
package db
