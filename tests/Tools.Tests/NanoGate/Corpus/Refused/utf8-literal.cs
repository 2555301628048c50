class Work
{
    public object Bytes() { return "abc"u8; } // CS0518 CS8936
}
