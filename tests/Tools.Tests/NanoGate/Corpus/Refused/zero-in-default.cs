class Work
{
    public void Write(string end = "\0") { } // NG0205
}
