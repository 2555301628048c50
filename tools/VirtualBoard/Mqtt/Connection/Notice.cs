using Mosquitto;

namespace VirtualBoard.Mqtt;

/// <summary>An event of libmosquitto on its way to the board's receive thread.</summary>
/// <param name="Kind">Which event.</param>
/// <param name="Value">Return code of a CONNACK, or libmosquitto's id of what was acknowledged.</param>
/// <param name="Granted">Level that a SUBACK grants.</param>
/// <param name="Message">A message that arrived.</param>
internal sealed record Notice(NoticeKind Kind, int Value = 0, int Granted = 0, MosquittoMessage? Message = null);
