using System.Reflection;

namespace VirtualBoard.Testing;

/// <summary>
/// Runs the tests of an assembly made for the device on a board, in the order of the device's own launcher: for each class
/// all set-up methods, the tests, the tests with data rows, the clean-up. A skip in a set-up skips the rest of its class.
/// The attributes are known by name, since the engine does not reference the API of the device.
/// </summary>
public static class FirmwareTests
{
    private const string Framework = "nanoFramework.TestFramework.";

    /// <summary>Runs while the results are read. The board is started if it is off, and is not restarted between tests.</summary>
    public static IEnumerable<FirmwareTestResult> Run(Assembly tests, Board board) =>
        tests.GetTypes().Where(type => type.IsClass && Attributes(type, "TestClass").Any()).SelectMany(type => RunClass(type, board));

    private static IEnumerable<FirmwareTestResult> RunClass(Type type, Board board)
    {
        foreach (string kind in (string[])["Setup", "TestMethod", "DataRow", "Cleanup"])
        {
            foreach (var result in RunKind(type, kind, board))
            {
                yield return result;
                if (kind == "Setup" && result.Outcome == FirmwareTestOutcome.Skipped)
                    yield break;
            }
        }
    }

    private static IEnumerable<FirmwareTestResult> RunKind(Type type, string kind, Board board)
    {
        foreach (var method in type.GetMethods())
        {
            var attributes = Attributes(method, kind).ToArray();
            for (int i = 0; i < attributes.Length; i++)
            {
                bool isRow = kind == "DataRow";
                yield return RunOne(method, isRow ? $"{method.Name}[{i}]" : method.Name, isRow ? Row(attributes[i]) : [], board);
            }
        }
    }

    private static FirmwareTestResult RunOne(MethodInfo method, string name, object?[] arguments, Board board)
    {
        string declaring = method.ReflectedType!.FullName!;
        try
        {
            var call = NullInstanceCall.Of(method);
            board.Run(() => call(arguments));
            return new FirmwareTestResult(declaring, name, FirmwareTestOutcome.Passed, "");
        }
        catch (Exception e) when (e.GetType().FullName == Framework + "SkipTestException")
        {
            return new FirmwareTestResult(declaring, name, FirmwareTestOutcome.Skipped, e.Message);
        }
        catch (Exception e)
        {
            string message = e.GetType().Name == "AssertFailedException" ? e.Message : $"{e.GetType().FullName}: {e.Message}";
            return new FirmwareTestResult(declaring, name, FirmwareTestOutcome.Failed, message);
        }
    }

    private static IEnumerable<object> Attributes(MemberInfo member, string kind) =>
        member.GetCustomAttributes(inherit: true).Where(a => a.GetType().FullName == $"{Framework}{kind}Attribute");

    private static object?[] Row(object attribute) =>
        (object?[])attribute.GetType().GetProperty("MethodParameters")!.GetValue(attribute)!;
}
