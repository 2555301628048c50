class Work
{
    public double Turn(double a, double b)
    {
        a %= b; // NG0305
        return a;
    }
}
