class Work
{
    public string All(string[] s) { return string.Join(",", s); } // CS0117
}
