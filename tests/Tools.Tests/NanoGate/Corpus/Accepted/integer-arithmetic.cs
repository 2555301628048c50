class Work
{
    public long Scale(long a, int b) { return unchecked(a * 1000 / (b == 0 ? 1 : b) % 7) >> 3 & ~1L; }
}
