using System;
using Appliance.Core.Adoption;
using Appliance.Core.Checksums;
using Appliance.Core.Chips;
using Appliance.Core.Config;
using Appliance.Tests.Config;
using nanoFramework.TestFramework;

namespace Appliance.Tests.Adoption;

[TestClass]
public class AdoptionBookTests
{
    private static readonly string[] Names = { "inlet", "exhaust", "room" };

    [TestMethod]
    public void An_adoption_stands_while_the_site_file_names_what_was_replaced()
    {
        AdoptionBook book = Reread(new AdoptionBook().With("inlet", Rom(9), Rom(1)));
        AssertRoms(book, new int[] { 1, 2, 3 }, new int[] { 9, 2, 3 });
        AssertRoms(book, new int[] { 5, 2, 3 }, new int[] { 5, 2, 3 });
        AssertRoms(book, new int[] { 9, 2, 3 }, new int[] { 9, 2, 3 });
    }

    [TestMethod]
    public void The_latest_adoption_of_a_name_counts()
    {
        AdoptionBook book = Reread(new AdoptionBook().With("inlet", Rom(8), Rom(1)).With("room", Rom(7), Rom(3)).With("inlet", Rom(9), Rom(1)));
        Assert.AreEqual(2, book.Count);
        AssertRoms(book, new int[] { 1, 2, 3 }, new int[] { 9, 2, 7 });
    }

    [TestMethod]
    public void A_probe_that_the_site_file_gives_to_another_name_is_that_one()
    {
        AdoptionBook book = new AdoptionBook().With("inlet", Rom(9), Rom(1));
        AssertRoms(book, new int[] { 1, 9, 3 }, new int[] { 1, 9, 3 });
    }

    [TestMethod]
    public void Probes_can_change_places()
    {
        AdoptionBook book = new AdoptionBook().With("inlet", Rom(2), Rom(1)).With("exhaust", Rom(1), Rom(2));
        AssertRoms(book, new int[] { 1, 2, 3 }, new int[] { 2, 1, 3 });
    }

    [TestMethod]
    public void A_book_is_not_changed_by_what_comes_after_it()
    {
        AdoptionBook book = new AdoptionBook().With("inlet", Rom(9), Rom(1));
        book.With("inlet", Rom(8), Rom(1));
        AssertRoms(book, new int[] { 1, 2, 3 }, new int[] { 9, 2, 3 });
    }

    [TestMethod]
    public void No_file_is_an_empty_book_and_a_damaged_one_is_refused()
    {
        Assert.AreEqual(0, AdoptionBook.Parse(null).Count);
        byte[] file = new AdoptionBook().With("inlet", Rom(9), Rom(1)).ToFile();
        for (int i = 0; i < file.Length - 1; i++)
        {
            file[i] ^= 0x01;
            Assert.ThrowsException(typeof(ConfigException), () => AdoptionBook.Parse(file));
            file[i] ^= 0x01;
        }

        Assert.AreEqual(1, AdoptionBook.Parse(file).Count);
    }

    [DataRow("adopt name=inlet rom=28139BBB0B00001E was=28139BBB0B00001F\n")]
    [DataRow("adopt name=inlet rom=10139BBB0B00001F was=28139BBB0B00001F\n")]
    [DataRow("adopt name=inlet rom=28139BBB0B00 was=28139BBB0B00001F\n")]
    [DataRow("adopt name=inlet was=28139BBB0B00001F\n")]
    [DataRow("adopt name=inlet rom=28139BBB0B00001F\n")]
    [DataRow("adopt name=inlet rom=28139BBB0B00001F was=xyz\n")]
    [DataRow("other name=inlet rom=28139BBB0B00001F was=28139BBB0B00001F\n")]
    public void Lines_that_are_no_adoptions_are_none(string line)
    {
        Assert.AreEqual(0, AdoptionBook.Parse(ConfigFile.Of(line)).Count);
    }

    [TestMethod]
    public void Whatever_was_adopted_no_probe_has_two_names()
    {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++)
        {
            AdoptionBook book = new AdoptionBook();
            for (int j = random.Next(6); j > 0; j--)
            {
                book = book.With(Names[random.Next(3)], Rom(1 + random.Next(6)), Rom(1 + random.Next(6)));
            }

            int first = 1 + random.Next(4);
            byte[][] site = { Rom(first), Rom(first + 1), Rom(first + 2) };
            byte[][] roms = Reread(book).Resolve(Names, site);
            Assert.IsFalse(OneWireRom.AreEqual(roms[0], roms[1]));
            Assert.IsFalse(OneWireRom.AreEqual(roms[0], roms[2]));
            Assert.IsFalse(OneWireRom.AreEqual(roms[1], roms[2]));
        }
    }

    private static AdoptionBook Reread(AdoptionBook book) => AdoptionBook.Parse(book.ToFile());

    private static void AssertRoms(AdoptionBook book, int[] site, int[] expected)
    {
        byte[][] roms = book.Resolve(Names, new byte[][] { Rom(site[0]), Rom(site[1]), Rom(site[2]) });
        for (int i = 0; i < roms.Length; i++)
        {
            Assert.AreEqual(OneWireRom.ToText(Rom(expected[i])), OneWireRom.ToText(roms[i]));
        }
    }

    private static byte[] Rom(int serial)
    {
        byte[] rom = { OneWireRom.Ds18b20, (byte)serial, 0, 0, 0, 0, 0, 0 };
        rom[7] = Crc8.Maxim(rom, 0, 7);
        return rom;
    }
}
