class Work
{
    public float Mean(float sum, int n) { return sum / n; } // NG0305
}
