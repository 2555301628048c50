namespace VirtualBoard.Buses;

public enum PinDirection
{
    Unused,
    Input,
    Output,
    OpenDrain,
}
