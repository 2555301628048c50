class Work // CS0656
{
    required public int Value { get; set; } // CS8936
}
