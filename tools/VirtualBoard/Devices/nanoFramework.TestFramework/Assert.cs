using System.Diagnostics.CodeAnalysis;
using TestFrameworkShared;
using VirtualBoard.Running;

namespace nanoFramework.TestFramework;

/// <summary>What a test claims. Each claim throws <see cref="AssertFailedException"/> when it does not hold.</summary>
public sealed partial class Assert
{
    public static void IsTrue(bool condition, string message = "") => Claim(condition, nameof(IsTrue), "The condition is false.", message);

    public static void IsFalse(bool condition, string message = "") => Claim(!condition, nameof(IsFalse), "The condition is true.", message);

    public static void IsNull(object? value, string message = "") => Claim(value is null, nameof(IsNull), $"Got <{Text(value)}>.", message);

    public static void IsNotNull(object? value, string message = "") => Claim(value is not null, nameof(IsNotNull), "Got null.", message);

    public static void AreSame(object? expected, object? actual, string message = "") =>
        Claim(ReferenceEquals(expected, actual), nameof(AreSame), $"<{Text(expected)}> and <{Text(actual)}> are two objects.", message);

    public static void AreNotSame(object? notExpected, object? actual, string message = "") =>
        Claim(!ReferenceEquals(notExpected, actual), nameof(AreNotSame), $"<{Text(actual)}> is the same object.", message);

    public static void IsInstanceOfType(object? value, Type expected, string message = "") =>
        Claim(expected.IsInstanceOfType(value), nameof(IsInstanceOfType), $"Got {Kind(value)}, not {expected.FullName}.", message);

    public static void IsNotInstanceOfType(object? value, Type notExpected, string message = "") =>
        Claim(!notExpected.IsInstanceOfType(value), nameof(IsNotInstanceOfType), $"Got {Kind(value)}.", message);

    /// <param name="expected">Text that must be part of <paramref name="value"/>.</param>
    /// <param name="value">Text to look into.</param>
    /// <param name="message">What a failure says.</param>
    public static void Contains(string expected, string value, string message = "") =>
        Claim(value.Contains(expected, StringComparison.Ordinal), nameof(Contains), $"<{value}> lacks <{expected}>.", message);

    public static void DoesNotContains(string notExpected, string value, string message = "") =>
        Claim(!value.Contains(notExpected, StringComparison.Ordinal), nameof(DoesNotContains), $"<{value}> has <{notExpected}>.", message);

    public static void StartsWith(string expected, string value, string message = "") =>
        Claim(value.StartsWith(expected, StringComparison.Ordinal), nameof(StartsWith), $"<{value}> does not begin with <{expected}>.", message);

    public static void EndsWith(string expected, string value, string message = "") =>
        Claim(value.EndsWith(expected, StringComparison.Ordinal), nameof(EndsWith), $"<{value}> does not end in <{expected}>.", message);

    /// <exception cref="SkipTestException">Always.</exception>
    [DoesNotReturn]
    public static void SkipTest(string? message = null) => throw new SkipTestException(message);

    /// <summary>The action throws exactly this type.</summary>
    public static void ThrowsException(Type exception, Action action, string message = "")
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is not PowerCutException)
        {
            Claim(e.GetType() == exception, nameof(ThrowsException), $"Got {e.GetType().FullName}, not {exception.FullName}.", message);
            return;
        }

        Fail(nameof(ThrowsException), $"Nothing was thrown, not {exception.FullName}.", message);
    }

    [DoesNotReturn]
    internal static void Fail(string claim, string what, string message) =>
        throw new AssertFailedException(string.IsNullOrEmpty(message) ? $"{claim}: {what}" : $"{claim}: {what} {message}");

    private static void Claim(bool holds, string claim, string what, string message)
    {
        if (!holds)
            Fail(claim, what, message);
    }

    private static string Kind(object? value) => value?.GetType().FullName ?? "null";

    private static string Text(object? value) => value?.ToString() ?? "null";
}
