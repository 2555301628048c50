using System.Text.Json.Nodes;
using Ixp.Contract;
using SystemTests.Support;

namespace SystemTests;

/// <summary>The files of the contract are of one mind, and refuse what is none of it.</summary>
public sealed class ContractFileTests
{
    [Fact]
    public void AsyncApiIsWhatTheCommandMakes()
    {
        using var stream = typeof(AsyncApi).Assembly.GetManifestResourceStream("Contract/asyncapi.json")!;
        using var reader = new StreamReader(stream);
        Assert.Equal(reader.ReadToEnd(), AsyncApi.Text());
    }

    [Fact]
    public void EachSchemaIsOfAChannelAndEachReferenceLeadsSomewhere()
    {
        Assert.Equal(ContractSchemas.Names, ContractChannel.All.Select(c => c.Schema).Distinct().Order(StringComparer.Ordinal));
        var document = JsonNode.Parse(AsyncApi.Text())!;
        string[] references = [.. References(document)];
        Assert.True(references.Length >= 2 * ContractChannel.All.Count);
        Assert.All(references, r => Assert.NotNull(r[2..].Split('/').Aggregate((JsonNode?)document, (node, step) => node?[step])));
    }

    [Theory]
    [InlineData("status", """{"online":1,"session":17}""")]
    [InlineData("status", """{"online":0,"session":17,"boot":"power"}""")]
    [InlineData("climate", """{"ts":1795246961,"session":17,"seq":1,"inlet_c":"23.4"}""")]
    [InlineData("climate", """{"ts":1795246961,"session":17,"seq":1,"inlet_c":null}""")]
    [InlineData("climate", """{"ts":1795246961,"session":17,"seq":1,"inlet_ok":2}""")]
    [InlineData("climate", """{"ts":1795246961,"session":17,"inlet_c":1}""")]
    [InlineData("climate", """{"session":17,"seq":1,"inlet_c":1}""")]
    [InlineData("climate", """{"ts":1,"up_s":1,"session":17,"seq":1}""")]
    [InlineData("attic", """{"ts":1795246961,"session":17,"seq":1}""")]
    [InlineData("probe/a/b", """{"ts":1,"session":17,"seq":1,"up":1,"loss_pct":0,"state":0}""")]
    [InlineData("probe/a", """{"ts":1,"session":17,"seq":1,"up":1,"loss_pct":101,"state":0}""")]
    [InlineData("probe/a", """{"ts":1,"session":17,"seq":1,"up":1,"loss_pct":0,"state":0,"else":1}""")]
    [InlineData("alarm/a", """{"ts":1,"session":17,"seq":1,"severity":5,"state":"ok","since":1}""")]
    [InlineData("alarm/a", """{"ts":1,"session":17,"seq":1,"severity":0,"state":"ok"}""")]
    [InlineData("event", """{"ts":1,"session":17,"seq":1,"event":"Mains lost"}""")]
    [InlineData("result", """{"id":"1","ok":0}""")]
    [InlineData("result", """{"id":"1","ok":1,"error":"x"}""")]
    [InlineData("backlog/climate", "[]")]
    [InlineData("backlog/climate", """[{"ts":1,"session":17,"seq":1,"inlet_c":"x"}]""")]
    [InlineData("backlog/probe", """[{"ts":1,"session":17,"seq":1,"up":1,"loss_pct":0,"state":0}]""")]
    [InlineData("cmd/set", """{"id":"1","ts":1,"entry":"sensor","key":"period","value":5}""")]
    [InlineData("cmd/set", """{"id":"1","ts":1,"by":"a","entry":"board","key":"led","value":5}""")]
    [InlineData("cmd/confirm", """{"id":"1"}""")]
    public void WhatIsNoneOfTheContractIsRefused(string path, string payload) =>
        Assert.NotNull(ContractGuard.Problem(path, JsonNode.Parse(payload)));

    [Theory]
    [InlineData("cmd/set", """{"id":"1","ts":1,"by":"a","entry":"sensor","name":"inlet","key":"c_offset","value":"-0.3","within_s":120}""")]
    [InlineData("cmd/confirm", """{"id":"2","ts":1,"change":"1"}""")]
    [InlineData("cmd/get", """{"id":"3","what":"changes"}""")]
    [InlineData("cmd/identify", """{"id":"4"}""")]
    [InlineData("cmd/restart", """{"id":"5","ts":1}""")]
    public void CommandsOfTheReadmeAreOfTheContract(string path, string payload) =>
        Assert.Null(ContractGuard.Problem(path, JsonNode.Parse(payload)));

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => p.Key is "$ref" ? [p.Value!.GetValue<string>()] : References(p.Value)),
        JsonArray a => a.SelectMany(References),
        _ => [],
    };
}
