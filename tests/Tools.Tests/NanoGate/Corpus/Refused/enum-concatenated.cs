enum State { Off, On }
class Work
{
    public string Text(State s)
    {
        string t = "state ";
        t += s; // NG0304
        return t;
    }
}
