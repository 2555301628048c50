class Work
{
    public double Volts(int raw) { double v = raw * 1.25 / 1000; v /= 2.0; return v % 10f; }
}
