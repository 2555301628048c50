enum State { Off, On }
class Work
{
    public string Text(State s) { return string.Format("{0}", s); } // NG0304
}
