class Work
{
    public string Slug(string s) { return s.Replace(' ', '-'); } // CS1061
}
