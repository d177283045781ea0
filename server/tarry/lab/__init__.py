"""What a developer tries Tarry with: scripted and random shoppers, replay, and the benchmark."""
