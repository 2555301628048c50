using VirtualBoard;
using VirtualBoard.Running;

namespace nanoFramework.Hardware.Esp32;

/// <summary>Sleep modes. The virtual board wakes by the timer only, and a deep sleep without it lasts until the power is cut.</summary>
public class Sleep
{
    public enum WakeUpPort
    {
        COM1 = 0,
        COM2 = 1,
    }

    public enum WakeupCause
    {
        Undefined = 0,
        Ext0 = 2,
        Ext1 = 3,
        Timer = 4,
        TouchPad = 5,
        Ulp = 6,
        Gpio = 7,
        Uart = 8,
        Wifi = 9,
        CoCpu = 10,
        CoCpuTrapTrig = 11,
        Bt = 12,
    }

    [Flags]
    public enum WakeupGpioPin : ulong
    {
        None = 0,
        Pin0 = 1UL << 0,
        Pin1 = 1UL << 1,
        Pin2 = 1UL << 2,
        Pin3 = 1UL << 3,
        Pin4 = 1UL << 4,
        Pin5 = 1UL << 5,
        Pin6 = 1UL << 6,
        Pin7 = 1UL << 7,
        Pin8 = 1UL << 8,
        Pin9 = 1UL << 9,
        Pin10 = 1UL << 10,
        Pin11 = 1UL << 11,
        Pin12 = 1UL << 12,
        Pin13 = 1UL << 13,
        Pin14 = 1UL << 14,
        Pin15 = 1UL << 15,
        Pin16 = 1UL << 16,
        Pin17 = 1UL << 17,
        Pin18 = 1UL << 18,
        Pin19 = 1UL << 19,
        Pin20 = 1UL << 20,
        Pin21 = 1UL << 21,
        Pin25 = 1UL << 25,
        Pin26 = 1UL << 26,
        Pin27 = 1UL << 27,
        Pin32 = 1UL << 32,
        Pin33 = 1UL << 33,
        Pin34 = 1UL << 34,
        Pin35 = 1UL << 35,
        Pin36 = 1UL << 36,
        Pin37 = 1UL << 37,
        Pin38 = 1UL << 38,
        Pin39 = 1UL << 39,
    }

    public enum WakeupMode
    {
        AllLow = 0,
        AnyHigh = 1,
    }

    private static SleepState State => Interpreter.Current.Resource<SleepState>();

    public static EspNativeError EnableWakeupByTimer(TimeSpan time)
    {
        State.WakeAfter = time;
        return EspNativeError.OK;
    }

    public static EspNativeError EnableWakeupByPin(WakeupGpioPin pin, int level) => EspNativeError.NOT_SUPPORTED;

    public static EspNativeError EnableWakeupByMultiPins(WakeupGpioPin pins, WakeupMode mode) => EspNativeError.NOT_SUPPORTED;

    public static EspNativeError EnableWakeupByTouchPad(int padNumber1, int padNumber2 = -1, byte thresholdCoefficient = 80) =>
        EspNativeError.NOT_SUPPORTED;

    public static EspNativeError EnableWakeupByUart(WakeUpPort portNumber, int edgeCount) => EspNativeError.NOT_SUPPORTED;

    /// <summary>Stops every thread until the timer wakes the board.</summary>
    public static EspNativeError StartLightSleep()
    {
        if (State.WakeAfter is not { } time)
            return EspNativeError.INVALID_STATE;

        Interpreter.Current.Spend(time.Ticks / TimeSpan.TicksPerMicrosecond);
        State.Cause = WakeupCause.Timer;
        return EspNativeError.OK;
    }

    /// <summary>Switches the board off until the timer starts it anew. Does not return.</summary>
    public static void StartDeepSleep()
    {
        var board = Board.Current;
        if (State.WakeAfter is { } time)
        {
            void Wake(Interpreter interpreter)
            {
                board.Booting -= Wake;
                interpreter.Resource<SleepState>().Cause = WakeupCause.Timer;
            }

            board.Time.Schedule(board.Time.NowMicros + (time.Ticks / TimeSpan.TicksPerMicrosecond), () =>
            {
                if (board.IsOn)
                    return;

                board.Booting += Wake;
                board.PowerOn();
            });
        }

        board.PowerCut();
        throw new PowerCutException();
    }

    /// <returns>Undefined after power-on and after a restart.</returns>
    public static WakeupCause GetWakeupCause() => State.Cause;

    public static WakeupGpioPin GetWakeupGpioPin() => WakeupGpioPin.None;

    public static int GetWakeupTouchpad() => -1;
}
