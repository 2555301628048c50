using System.Globalization;

namespace Tools.Tests.Weaver;

/// <summary>Enums have no names on the device.</summary>
[Replaces(typeof(object))]
public static class ObjectStandIn
{
    public static string? ToString(object self) =>
        self is Enum ? Convert.ToInt64(self, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) : self.ToString();
}
