class Work
{
    public char[] Ends() { return new[] { '\0', 'a' }; }
}
