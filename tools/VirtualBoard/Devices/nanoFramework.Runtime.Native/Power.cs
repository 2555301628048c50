using VirtualBoard;
using VirtualBoard.Running;

namespace nanoFramework.Runtime.Native;

public class Power
{
    /// <summary>Called on the thread that asks for the restart, before it happens.</summary>
    public static event RebootEventHandler OnRebootEvent
    {
        add => Handlers.Called += value;
        remove => Handlers.Called -= value;
    }

    private static RebootHandlers Handlers => Interpreter.Current.Resource<RebootHandlers>();

    /// <summary>Restarts the board. Does not return.</summary>
    public static void RebootDevice(RebootOption rebootOption = RebootOption.NormalReboot)
    {
        try
        {
            Handlers.Called?.Invoke();
        }
        catch (Exception e) when (e is not PowerCutException)
        {
            // A handler that fails does not keep the board from restarting.
        }

        Board.Current.Reboot();
        throw new PowerCutException();
    }

    /// <param name="exeConstraintTimeout">Milliseconds that the handlers may take; the virtual board does not limit them.</param>
    /// <param name="rebootOption">How to restart; all options start the application again.</param>
    public static void RebootDevice(int exeConstraintTimeout, RebootOption rebootOption = RebootOption.NormalReboot) =>
        RebootDevice(rebootOption);
}
