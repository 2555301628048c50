using System.Linq; // CS0234
class Work { }
