using System;
using System.Device.I2c;
class Chip
{
    readonly byte[] buffer = new byte[6];
    public int Read(I2cDevice bus)
    {
        SpanByte answer = buffer;
        I2cTransferResult r = bus.WriteRead(new byte[] { 0xFD }, answer.Slice(0, 3));
        return r.Status == I2cTransferStatus.FullTransfer ? answer[0] << 8 | answer[1] : -1;
    }
}
