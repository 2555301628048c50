namespace System.Device.Adc;

public abstract class AdcChannelBase
{
    private AdcController? _controller;

    protected AdcChannelBase()
    {
    }

    public AdcController Controller
    {
        get => _controller!;
        internal set => _controller = value;
    }

    public abstract int ReadValue();

    /// <returns>0 for the lowest to 1 for the highest code.</returns>
    public double ReadRatio() => ReadValue() / (double)Controller.MaxValue;
}
