class Work
{
    public async void Run()
    { // CS0518 CS0656
    }
}
