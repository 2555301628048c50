record Point(int X, int Y); // CS0518 CS0656
