class Work
{
    public string Three(long n) { return $"{n:000}"; } // NG0301
}
