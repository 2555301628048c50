namespace Appliance.Core.Metrics;

/// <summary>What a quality says of the sensor behind it.</summary>
public static class QualityMeaning
{
    /// <summary>
    /// True if the sensor, its wires or its driver are to blame. A blackout, a source that is missing, a calibration that was
    /// never made and a first reading that is yet to come blame something else.
    /// </summary>
    public static bool IsLoss(this Quality quality)
    {
        switch (quality)
        {
            case Quality.Ok:
            case Quality.Pending:
            case Quality.NotCalibrated:
            case Quality.Blackout:
            case Quality.SourceMissing:
                return false;
            default:
                return true;
        }
    }

    /// <summary>True if the sensor itself has answered as it should, even where no value can be made of it.</summary>
    public static bool IsAnswer(this Quality quality) =>
        quality == Quality.Ok || quality == Quality.NotCalibrated || quality == Quality.SourceMissing;
}
