namespace nanoFramework.TestFramework;

/// <summary>Ends a test as skipped; in a set-up method, skips its class.</summary>
public class SkipTestException(string? message = null, Exception? innerException = null) : Exception(message, innerException);
