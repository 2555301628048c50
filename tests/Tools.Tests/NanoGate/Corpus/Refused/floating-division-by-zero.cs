class Work
{
    public double Infinite(double a) { return a / 0.0; } // NG0305
}
