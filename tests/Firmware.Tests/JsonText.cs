using System.Text;
using Appliance.Core.Contract;
using Appliance.Core.Json;

namespace Appliance.Tests;

/// <summary>What a writer or a report has written, as text.</summary>
internal static class JsonText
{
    public static string Of(JsonWriter json)
    {
        byte[] text = json.ToArray();
        return Encoding.UTF8.GetString(text, 0, text.Length);
    }

    /// <summary>The fields of a report between braces.</summary>
    public static string Of(Report report)
    {
        JsonWriter json = new JsonWriter(new byte[1024]);
        json.BeginObject();
        report.WriteFields(json);
        json.EndObject();
        return Of(json);
    }
}
