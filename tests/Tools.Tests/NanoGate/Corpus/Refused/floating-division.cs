class Work
{
    public double Ratio(double a, double b) { return a / b; } // NG0305
}
