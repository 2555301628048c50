class Work
{
    public async void Run(object answer)
    {
        await answer; // CS1061
    }
}
