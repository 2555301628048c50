class Work
{
    public string Money(int n) { return n.ToString("C"); } // NG0301
}
