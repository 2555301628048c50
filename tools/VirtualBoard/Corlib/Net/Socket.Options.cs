namespace System.Net.Sockets;

/// <content>Options.</content>
public partial class Socket
{
    public void SetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, int optionValue)
    {
        if (optionLevel == SocketOptionLevel.Socket && optionName == SocketOptionName.ReceiveTimeout)
            ReceiveTimeout = optionValue;
        else if (optionLevel == SocketOptionLevel.Socket && optionName == SocketOptionName.SendTimeout)
            SendTimeout = optionValue;
        else
            Set(s => s.SetSocketOption(optionLevel, optionName, optionValue));
    }

    public void SetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, bool optionValue) =>
        Set(s => s.SetSocketOption(optionLevel, optionName, optionValue));

    public void SetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, byte[] optionValue) =>
        Set(s => s.SetSocketOption(optionLevel, optionName, optionValue));

    public object? GetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName) => optionLevel == SocketOptionLevel.Socket
        ? optionName switch
        {
            SocketOptionName.ReceiveTimeout => ReceiveTimeout,
            SocketOptionName.SendTimeout => SendTimeout,
            _ => Do(s => s.GetSocketOption(optionLevel, optionName)),
        }
        : Do(s => s.GetSocketOption(optionLevel, optionName));

    public void GetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, byte[] val) =>
        Set(s => s.GetSocketOption(optionLevel, optionName, val));

    private void Set(VirtualBoard.Net.HostChange change) => Do(s =>
    {
        change(s);
        return true;
    });
}
