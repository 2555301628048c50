class Work
{
    public object Make() { return new { A = 1 }; } // project CS0656
}
