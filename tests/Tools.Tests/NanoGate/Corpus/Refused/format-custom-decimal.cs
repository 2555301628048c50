class Work
{
    public string One(double x) { return x.ToString("0.0"); } // NG0301
}
