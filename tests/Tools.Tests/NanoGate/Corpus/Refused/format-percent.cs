class Work
{
    public string Share(double x) { return string.Format("{0} is {1,6:P1}", "load", x); } // NG0301
}
