enum State { Off, On }
class Work
{
    public string Text(State s) { return s.ToString(); } // NG0304
}
