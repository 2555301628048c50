using System;
class Door
{
    public void Listen(EventHandler<EventArgs> handler) { } // NG0202
}
