using System;
using Appliance.Core.Json;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Json;

[TestClass]
public class JsonWriterTests
{
    [TestMethod]
    public void Members_are_parted_by_commas()
    {
        JsonWriter json = new JsonWriter(new byte[64]);
        json.BeginObject();
        json.Key("a");
        json.Number(1);
        json.Key("b");
        json.String("x");
        json.Key("c");
        json.Fixed(5, 1);
        json.EndObject();
        Assert.AreEqual("{\"a\":1,\"b\":\"x\",\"c\":0.5}", JsonText.Of(json));
    }

    [TestMethod]
    public void A_comma_follows_a_nested_object_and_a_nested_array()
    {
        JsonWriter json = new JsonWriter(new byte[64]);
        json.BeginObject();
        json.Key("a");
        json.BeginObject();
        json.EndObject();
        json.Key("b");
        json.BeginArray();
        json.BeginArray();
        json.EndArray();
        json.BeginObject();
        json.EndObject();
        json.Number(1);
        json.EndArray();
        json.Key("c");
        json.String(null);
        json.EndObject();
        Assert.AreEqual("{\"a\":{},\"b\":[[],{},1],\"c\":null}", JsonText.Of(json));
    }

    [TestMethod]
    public void Encoded_keys_and_values_are_parted_like_others()
    {
        JsonWriter json = new JsonWriter(new byte[64]);
        json.BeginObject();
        json.Key(Hex.Bytes("22 61 22 3A"));
        json.Value(Hex.Bytes("5B 5D"));
        json.Key(Hex.Bytes("22 62 22 3A"));
        json.Value(Hex.Bytes("30"));
        json.EndObject();
        Assert.AreEqual("{\"a\":[],\"b\":0}", JsonText.Of(json));
    }

    [TestMethod]
    public void A_reset_begins_a_new_text()
    {
        JsonWriter json = new JsonWriter(new byte[8]);
        json.String("much too long");
        Assert.IsTrue(json.Overflowed);
        json.Reset();
        json.Number(7);
        Assert.IsFalse(json.Overflowed);
        Assert.AreEqual("7", JsonText.Of(json));
    }

    [TestMethod]
    public void Without_a_buffer_it_only_counts()
    {
        JsonWriter json = new JsonWriter(null);
        new RandomJson(new Random(1), json).Value(0);
        Assert.IsTrue(json.Overflowed);
        Assert.IsTrue(json.Length > 0);
    }

    [TestMethod]
    public void Any_tree_is_written_as_expected()
    {
        Random random = new Random(42);
        JsonWriter json = new JsonWriter(new byte[16384]);
        for (int round = 0; round < 300; round++)
        {
            json.Reset();
            string expected = new RandomJson(random, json).Value(0);
            Assert.AreEqual(expected, JsonText.Of(json));
        }
    }

    [TestMethod]
    public void A_first_pass_without_a_buffer_tells_the_size_for_the_second()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            JsonWriter counter = new JsonWriter(null);
            string expected = new RandomJson(new Random(seed), counter).Value(0);
            JsonWriter writer = new JsonWriter(new byte[counter.Length]);
            new RandomJson(new Random(seed), writer).Value(0);
            Assert.IsFalse(writer.Overflowed);
            Assert.AreEqual(expected, JsonText.Of(writer));
        }
    }

    [TestMethod]
    public void Every_buffer_that_is_too_short_overflows_and_counts_on()
    {
        JsonWriter counter = new JsonWriter(null);
        new RandomJson(new Random(3), counter).Value(0);
        for (int size = 0; size < counter.Length; size++)
        {
            JsonWriter writer = new JsonWriter(new byte[size]);
            new RandomJson(new Random(3), writer).Value(0);
            Assert.IsTrue(writer.Overflowed);
            Assert.AreEqual(counter.Length, writer.Length);
        }
    }
}
