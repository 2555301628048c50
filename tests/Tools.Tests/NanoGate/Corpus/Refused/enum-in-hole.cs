enum State { Off, On }
class Work
{
    public string Text(State s) { return $"{s}"; } // NG0304
}
