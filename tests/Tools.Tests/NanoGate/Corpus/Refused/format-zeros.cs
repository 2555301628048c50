class Work
{
    public string Two(int n) { return n.ToString("00"); } // NG0301
}
