using System.Threading.Tasks; // CS0234
class Work { }
