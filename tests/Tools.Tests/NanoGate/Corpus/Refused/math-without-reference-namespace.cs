class Work
{
    public double Root(double x) { return System.Math.Sqrtt(x); } // CS0117
}
