package replay

// LeastMemory is the least that a replay can be bounded to, in bytes.
const LeastMemory = 64 << 20
